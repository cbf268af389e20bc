site: Quotev
custom: the same unlabelled greeting opens every file, a story.yaml names story and author
held-out: true
story-title: Paper Houses
=== story.yaml
---
D|title: Paper Houses
D|author: tinplate
=== 1.txt
number: 1
title: Keys
---
H|1. Keys
 |
N|heyyy starlings, grab a blanket.
 |
T*14
=== 2.txt
number: 2
title: Locks
---
H|2. Locks
 |
N|heyyy starlings, grab a blanket.
 |
T*14
=== 3.txt
number: 3
title: Hinges
---
H|3. Hinges
 |
N|heyyy starlings, grab a blanket. this one is sad
 |
T*14
