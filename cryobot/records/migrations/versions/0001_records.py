"""The records, as the first version of the program made them without a migration."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, unless it is there already."""
    if sa.inspect(op.get_bind()).has_table("records"):
        return
    op.create_table(
        "records",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("escalation", sa.String(20), nullable=False),
        sa.Column("sender_id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("shown", sa.JSON, nullable=False),
    )
    op.create_index("ix_records_at", "records", ["at"])
    op.create_index("ix_records_sender_id", "records", ["sender_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("records")
