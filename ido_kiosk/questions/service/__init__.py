"""Log questions, correct them, complete them later, say what a day was, and read it all; the only door to the log."""

from ido_kiosk.questions.service.asked import (
    CHANGED_SINCE_KB,
    IN_KB,
    NO_REFERRAL,
    NOT_IN_KB,
    TALLY,
    USUAL_CHANNEL,
    USUAL_RESULT,
    Asked,
    Logged,
    LoggedQuestion,
    completed,
)
from ido_kiosk.questions.service.days import (
    CLOSED,
    NOT_STAFFED,
    OPEN,
    UNKNOWN,
    ZERO,
    day_states,
    is_open,
    refuse_closed,
    say_day,
)
from ido_kiosk.questions.service.reading import (
    DayCount,
    counts_per_day,
    most_used_topics,
    number_to_complete,
    question,
    questions_of,
    to_complete,
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

__all__ = [
    "CHANGED_SINCE_KB", "CLOSED", "IN_KB", "NOT_IN_KB", "NOT_STAFFED", "NO_REFERRAL", "OPEN", "TALLY", "UNKNOWN",
    "USUAL_CHANNEL", "USUAL_RESULT", "ZERO", "Asked", "DayCount", "Logged", "LoggedQuestion", "completed",
    "correct", "counts_per_day", "day_states", "is_open", "log_question", "log_questions", "most_used_topics",
    "move", "number_to_complete", "put_off", "question", "questions_of", "refuse_closed", "remove", "reopen", "restore",
    "say_day", "take_back", "tally", "to_complete",
]  # fmt: skip
