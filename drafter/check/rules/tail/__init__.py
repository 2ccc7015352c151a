"""Rules on what stands behind the items: closing, attachments, 抄送, 附注."""
