"""What kiosk and regie share: reading content, and the contract of deliveries."""
