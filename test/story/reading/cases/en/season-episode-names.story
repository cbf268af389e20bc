site: AO3
custom: 'scripts of a virtual season: s1e1 in the file names, "Episode 1x02" in the headings'
held-out: true
=== s1e1.txt
number: 1
title: [Pilot Light, '1x01 Pilot Light']
---
H|1x01 "Pilot Light"
 |
T*10
=== s1e2.txt
number: 2
title: [Snuffer, '1x02 Snuffer']
---
H|1x02 "Snuffer"
 |
T*10
=== s1e10.txt
number: 10
title: [Wickless, '1x10 Wickless']
---
H|1x10 "Wickless"
 |
T*10
