"""One kiosk, one process, and visitors one after another, each on their own way: what is left when they have gone?"""
