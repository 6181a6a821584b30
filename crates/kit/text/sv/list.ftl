### list

list-all = { $all } { $noun }
list-found = { $found } av { $all } { $noun }
list-none-found = Inget passar det du sökte.
list-clear = Visa hela listan
list-sum = Summa
list-sum-all = Summa på alla sidor
