"""What measures any full-screen program from outside: an eye on its pixels, a finger on its glass, its processes."""
