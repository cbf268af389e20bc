site: FanFiction.net
custom: 'an ornament of the author''s own (a word between tildes) in every file, once in one of them'
=== 1.txt
number: 1
---
H|Chapter 1
 |
T*6
 |
B|~goosefeather~
 |
T*6
 |
B|~goosefeather~
 |
T*2
=== 2.txt
number: 2
---
H|Chapter 2
 |
T*6
 |
B|~goosefeather~
 |
T*8
=== 3.txt
number: 3
---
H|Chapter 3
 |
T*2
 |
B|~goosefeather~
 |
T*2
 |
B|~goosefeather~
 |
T*6
