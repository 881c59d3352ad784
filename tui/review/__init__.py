"""The reader in review mode: one key decides a pair, and the next is there."""
