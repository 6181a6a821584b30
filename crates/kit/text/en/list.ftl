### list

list-all = { $all } { $noun }
list-found = { $found } of { $all } { $noun }
list-none-found = Nothing fits what you searched for.
list-clear = Show the whole list
list-sum = Sum
list-sum-all = Sum of all pages
