site: Word
custom: each file begins with the same running head of title and name, then a numeral alone
=== a.txt
number: 1
---
S|THE NINTH LAMP — S. Quince
 |
H|1
 |
T*16
=== b.txt
number: 2
---
S|THE NINTH LAMP — S. Quince
 |
H|2
 |
T*16
=== c.txt
number: 3
---
S|THE NINTH LAMP — S. Quince
 |
H|3
 |
T*16
