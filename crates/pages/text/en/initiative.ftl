### initiative
