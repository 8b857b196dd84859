"""The staff desk: a web service where librarians find, claim and answer patrons' questions."""
