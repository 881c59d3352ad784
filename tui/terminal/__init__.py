"""What surrounds the screen: the terminal, its colours and signals, the editor, the clipboard."""
