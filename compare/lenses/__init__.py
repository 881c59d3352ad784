"""Watch topics, one TOML file each, and their loader."""
