site: AO3
custom: two parts whose chapters begin anew at one, part and chapter on two lines
held-out: true
=== p1-ch1.txt
number: 1
title: [null, Part One]
---
H|PART ONE: WAX
H|Chapter 1
 |
T*12
=== p1-ch2.txt
number: 2
title: [null, Part One]
---
H|PART ONE: WAX
H|Chapter 2
 |
T*12
=== p2-ch1.txt
number: 1
title: [null, Part Two]
---
H|PART TWO: WICK
H|Chapter 1
 |
T*12
=== p2-ch2.txt
number: 2
title: [null, Part Two]
---
H|PART TWO: WICK
H|Chapter 2
 |
T*12
