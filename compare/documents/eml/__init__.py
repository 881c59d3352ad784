"""Mails (EML): the words of one message, what it quotes marked as such."""

from tuireader.compare.documents.eml.file import read

__all__ = ["read"]
