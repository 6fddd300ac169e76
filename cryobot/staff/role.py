"""What a member of staff may do."""

from enum import StrEnum


class Role(StrEnum):
    """The role of an account; an editor may do all that the desk may."""

    DESK = "desk"
    EDITOR = "editor"

    def may(self, needed: "Role") -> bool:
        """Tell whether this role is enough for what `needed` may do."""
        return self is Role.EDITOR or self is needed
