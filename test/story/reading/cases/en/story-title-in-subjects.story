site: LiveJournal
custom: 'subject lines with the story''s title and a part of three, the title understood for the whole story'
story-title: The Salt Stair
=== salt1.txt
number: 1
---
H|The Salt Stair, 1/3
 |
T*14
 |
F|Part 2
=== salt2.txt
number: 2
---
H|The Salt Stair, 2/3
 |
T*14
 |
F|Part 3
=== salt3.txt
number: 3
---
H|The Salt Stair, 3/3
 |
T*14
 |
A|fin
