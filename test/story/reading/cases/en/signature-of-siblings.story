site: Mibba
custom: every chapter ends with the same two-line signature, one with nothing else and two with a note before it
held-out: true
=== 01 Wax.txt
number: [1, null]
title: Wax
---
H|Wax
 |
T*16
 |
E|Thank you for giving this a go!
 |
E|- tinplate
E|(who owns no geese)
=== 02 Wick.txt
number: [2, null]
title: Wick
---
H|Wick
 |
T*16
 |
E|- tinplate
E|(who owns no geese)
=== 03 Flame.txt
number: [3, null]
title: Flame
---
H|Flame
 |
T*16
 |
E|Next one will be longer.
 |
E|- tinplate
E|(who owns no geese)
