"""The rules for a password, said in our own Dutch."""

from django.contrib.auth import password_validation as rules


class LongEnough(rules.MinimumLengthValidator):
    """At least so many signs."""

    def get_error_message(self) -> str:
        """What is wrong, and what to do."""
        return f"Dit wachtwoord is te kort. Neem ten minste {self.min_length} tekens, bijvoorbeeld vier woorden."


class NotChosenByMany(rules.CommonPasswordValidator):
    """Not one of the passwords that everyone tries first."""

    def get_error_message(self) -> str:
        """What is wrong, and what to do."""
        return "Dit wachtwoord kiezen veel mensen. Bedenk een ander."


class NotOnlyDigits(rules.NumericPasswordValidator):
    """Not only digits."""

    def get_error_message(self) -> str:
        """What is wrong, and what to do."""
        return "Dit wachtwoord heeft alleen cijfers. Gebruik ook letters."


class NotTheLogin(rules.UserAttributeSimilarityValidator):
    """Not the login itself."""

    def get_error_message(self) -> str:
        """What is wrong, and what to do."""
        return "Dit wachtwoord lijkt te veel op uw gebruikersnaam. Bedenk een ander."
