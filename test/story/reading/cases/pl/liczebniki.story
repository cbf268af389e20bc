site: Wattpad
custom: file names with ordinals in words that do not sort by letter, numbers said again in the headings
order: [rozdział pierwszy.txt, rozdział drugi.txt, rozdział trzeci.txt, rozdział czwarty.txt, rozdział dziesiąty.txt]
=== rozdział czwarty.txt
number: 4
---
H|Rozdział czwarty
 |
T|Czwartego dnia pies wrócił sam.
 |
T*3
=== rozdział drugi.txt
number: 2
---
H|Rozdział drugi
 |
T|Drugiego dnia zniknęły klucze.
 |
T*3
=== rozdział dziesiąty.txt
number: 10
---
H|Rozdział dziesiąty
 |
T|Dziesiątego dnia otworzyli wreszcie drzwi.
 |
T*3
=== rozdział pierwszy.txt
number: 1
---
H|Rozdział pierwszy
 |
T|Pierwszego dnia padało i nikt się nie odezwał.
 |
T*3
=== rozdział trzeci.txt
number: 3
---
H|Rozdział trzeci
 |
T|Trzeciego dnia zaczął szczekać sąsiad.
 |
T*3
