"""The texts themselves, and what is printed with them: annexes, and the dahir to check by."""
