"""Log questions, correct them, complete them later, say what a day was, and read it all; the only door to the log."""

from typing import TYPE_CHECKING

from ido_kiosk.base.door import opened_when_asked

if TYPE_CHECKING:
    from ido_kiosk.questions.service.asked import (
        CHANGED_SINCE_KB,
        IN_KB,
        NO_PLACE,
        NO_REFERRAL,
        NOT_IN_KB,
        TALLY,
        USUAL_CHANNEL,
        USUAL_RESULT,
        Asked,
        Logged,
        LoggedQuestion,
        about,
        asks_signal,
        completed,
        filled_in,
        with_referral,
    )
    from ido_kiosk.questions.service.days import (
        CLOSED,
        NOT_STAFFED,
        OPEN,
        UNKNOWN,
        ZERO,
        day_states,
        days_in_doubt,
        days_to_explain,
        first_open_day,
        is_open,
        refuse_closed,
        say_day,
    )
    from ido_kiosk.questions.service.kb import (
        Visitor,
        forget_served,
        in_order_of_kb,
        is_compared,
        kb_label,
        not_in_kb,
        number_not_in_kb,
        say_kb,
    )
    from ido_kiosk.questions.service.reading import (
        DayCount,
        counts_per_day,
        most_used_referrals,
        most_used_topics,
        number_to_complete,
        question,
        questions_of,
        questions_with,
        to_complete,
        unfinished_per_day,
    )
    from ido_kiosk.questions.service.writing import (
        correct,
        log_question,
        log_questions,
        move,
        put_off,
        remove,
        reopen,
        restore,
        take_back,
        tally,
    )

__getattr__ = opened_when_asked(
    __name__,
    {
        ".asked": (
            "CHANGED_SINCE_KB IN_KB NO_PLACE NO_REFERRAL NOT_IN_KB TALLY USUAL_CHANNEL USUAL_RESULT Asked Logged "
            "LoggedQuestion about asks_signal completed filled_in with_referral"
        ),
        ".days": (
            "CLOSED NOT_STAFFED OPEN UNKNOWN ZERO day_states days_in_doubt days_to_explain first_open_day is_open "
            "refuse_closed say_day"
        ),
        ".kb": "Visitor forget_served in_order_of_kb is_compared kb_label not_in_kb number_not_in_kb say_kb",
        ".reading": (
            "DayCount counts_per_day most_used_referrals most_used_topics number_to_complete question "
            "questions_of questions_with to_complete unfinished_per_day"
        ),
        ".writing": "correct log_question log_questions move put_off remove reopen restore take_back tally",
    },
)

__all__ = [
    "CHANGED_SINCE_KB",
    "CLOSED",
    "IN_KB",
    "NOT_IN_KB",
    "NOT_STAFFED",
    "NO_PLACE",
    "NO_REFERRAL",
    "OPEN",
    "TALLY",
    "UNKNOWN",
    "USUAL_CHANNEL",
    "USUAL_RESULT",
    "ZERO",
    "Asked",
    "DayCount",
    "Logged",
    "LoggedQuestion",
    "Visitor",
    "about",
    "asks_signal",
    "completed",
    "correct",
    "counts_per_day",
    "day_states",
    "days_in_doubt",
    "days_to_explain",
    "filled_in",
    "first_open_day",
    "forget_served",
    "in_order_of_kb",
    "is_compared",
    "is_open",
    "kb_label",
    "log_question",
    "log_questions",
    "most_used_referrals",
    "most_used_topics",
    "move",
    "not_in_kb", "number_not_in_kb",
    "number_to_complete",
    "put_off",
    "question",
    "questions_of",
    "questions_with",
    "refuse_closed",
    "remove",
    "reopen",
    "restore",
    "say_day",
    "say_kb",
    "take_back",
    "tally",
    "to_complete",
    "unfinished_per_day",
    "with_referral",
]  # fmt: skip
