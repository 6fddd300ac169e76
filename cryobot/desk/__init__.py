"""The desk of staff, in the browser at /staff. docs/tasks/add-a-page-to-the-desk.md says how a page is added."""
