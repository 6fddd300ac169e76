"""Members of staff: accounts, who is logged in, invitations, and the audit trail of what they did."""
