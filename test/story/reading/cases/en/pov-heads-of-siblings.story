site: Wattpad
custom: every chapter has a name in capitals below its number; it is whose view, not the title
=== ch1.txt
number: 1
title: [null, ILSE]
person: first
---
H|CHAPTER ONE
A|ILSE
 |
T*12
=== ch2.txt
number: 2
title: [null, CORIN]
person: first
---
H|CHAPTER TWO
A|CORIN
 |
T*12
=== ch3.txt
number: 3
title: [null, ILSE]
person: first
---
H|CHAPTER THREE
A|ILSE
 |
T*12
