"""Papers that go out: the same words as text for a chat, as PDF to print and as DOCX to write on in."""
