"""How a terminal is, for whoever looks after it from afar: figures of the machine, never of a visitor."""
