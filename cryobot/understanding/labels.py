"""Groups of intents. An intent is the id of its answer, or one of the few that have none of their own."""

EMERGENCY = "emergency"
SKIN_MARKS = "skin-marks"
SCAR_CARE = "scar-care"
ASK_A_DOCTOR = "ask-a-doctor"
NOT_COVERED = "not-covered"
OUT_OF_SCOPE = "out-of-scope"
UNCLEAR = "unclear"
TALK_TO_STAFF = "talk-to-staff"
FEEDBACK_NEGATIVE = "feedback-negative"

# Only tells something; asks nothing.
BACKGROUND = "background"

PLAYS_DOWN = "follow-up-plays-down"
DOUBT = "follow-up-doubt"
MORE = "follow-up-more"
TREAT = "follow-up-treat"
AFFIRM = "affirm"
DENY = "deny"
FOLLOW_UPS = frozenset({PLAYS_DOWN, DOUBT, MORE, TREAT, AFFIRM, DENY})

# Their answer tells the person to see a dermatologist.
ABOUT_A_MARK = frozenset({SKIN_MARKS, SCAR_CARE})
# Right after an escalation, their answers could be taken for an all-clear.
ALL_CLEAR = frozenset({"overall-safety", "side-effects-overview", "after-session"})
# Said around a question, not asked.
POLITENESS = frozenset({"greet", "goodbye", "thanks"})
# What the guidance does not answer.
OUTSIDE = (NOT_COVERED, OUT_OF_SCOPE)
# Given when no approved answer fits.
ABSTENTIONS = (NOT_COVERED, ASK_A_DOCTOR, OUT_OF_SCOPE, UNCLEAR)

WITHOUT_ANSWER = FOLLOW_UPS | {BACKGROUND}
