### When something did not work: why, and what to do instead.

summary-title = { $count ->
    [one] One field needs correcting
   *[other] { $count } fields need correcting
  }
law-title = The rules do not allow this
kept = What you wrote is still here, below.
reason-title = The rules ask for a reason
reason-says = You can go on if you write a reason. It is kept with the decision and shown to those who read it.
reason-label = Reason for the deviation
reason-hint = Write so that an outsider understands, such as an auditor.
order-title = This cannot be done now
changed-title = Somebody else was first
changed-instead = Read what has changed. Then send again if it is still right.
denied-title = You are not authorised to do this
denied-what = This page is for those who may
denied-who = These may:
denied-reach = Contact the association's office if you need to be authorised.
not-found-title = The page does not exist
not-found-says = The address leads nowhere. It may be mistyped, or the page has been removed.
not-found-thing = There is no such thing here: { $what }.
fault-title = Something went wrong on our side
fault-says = The fault is ours and has been noted. What you have saved is still there. Try again in a while.
fault-number = Quote this number if you contact us:
too-large-title = What you sent is too large
too-large-says = A form may hold at most 1 megabyte of text. Shorten the text or divide it, and send again.
garbled-title = The form could not be read
garbled-says = What was sent was not a filled-in form. Go back to the page, fill in the form and send again.
cross-title = The form came from another site
cross-says = For your safety we only accept forms from our own pages. Open the page here and send again.
slow-title = It took too long
slow-says = The server did not manage to answer. Try again in a while.
stalled-title = What you sent did not arrive in time
stalled-says = The connection stalled halfway. Check the network and send again.
too-many-title = That is too fast
too-many-says = You have asked for a lot in a short time. Wait a while and try again.
too-many-wait = { $seconds ->
    [one] It works again in a second.
   *[other] It works again in { $seconds } seconds.
  }
away-title = Nothing can be saved or fetched right now
away-says = The data cannot be reached right now. Wait a while and try again. What you have saved already is there.
full-title = There is no room to save more
full-says = The storage is full. Tell whoever runs the site. What you have saved already is there and can be read.
waiting-title = What you wrote is still here
waiting-says = Nothing has been saved yet. Wait a while and send it again.
waiting-in-browser = What you wrote is too long to be shown here. Go back in the browser: it is still there.
method-title = The address is not used like that
method-says = The page exists, but cannot be called that way. Go to the page and use its buttons.
to-overview = To My overview
to-start = To the start page
