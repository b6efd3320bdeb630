"""Guides on the screen: go through one with the visitor, step by step."""

from ido_kiosk.guides.screen.channels import channel_detail
from ido_kiosk.guides.screen.choices import Choices
from ido_kiosk.guides.screen.guide import GuideScreen
from ido_kiosk.guides.screen.surroundings import PaperWay, Surroundings

__all__ = ["Choices", "GuideScreen", "PaperWay", "Surroundings", "channel_detail"]
