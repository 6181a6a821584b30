### Login, account and My overview.

email = E-mail address
password = Password
login-help = No password? Ask whoever invited you for a new link.
login-demo = The demonstration's logins are in the table that the program printed when it started.
login-kept-title = You have been logged out
login-kept = What you wrote is kept. Log in, and you can send it.
login-needed = Log in to reach the page.
go-on-title = You are logged in again
go-on-says = What you wrote is still here. Nothing has been sent yet.
go-on = Send what I wrote
go-on-see = See what you wrote
logged-out = You are logged out.
invitation-title = Welcome, { $name }
invitation-says = Choose a password, and you can log in.
invitation-accept = Save and log in
invitation-over = The link cannot be used
password-new = New password
password-again = New password again
password-old = Present password
password-hint = At least 12 characters. Four words that do not belong together are easy to remember and hard to guess.
password-change = Change password
password-differs = Write the same password twice.
password-changed = The password is changed. Your other logins are ended.
account-contact = Contact details
account-contact-says = These are for reaching you. Your name in minutes and decisions is not changed from here.
account-language = Language
language = Language of the pages
name = Name
phone = Telephone
sessions = Logins
sessions-says = You are logged in here at the moment.
session-this = this one
session-since = Since
session-seen = Last used
session-end = End
sessions-end-others = End all other logins
session-ended = The login is ended.
overview-lead = { $count ->
    [0] Hello { $name }.
    [one] Hello { $name }. One thing waits for you.
   *[other] Hello { $name }. { $count } things wait for you.
  }
overview-nothing = Nothing waits for you at the moment.
overview-places = Your associations
overview-no-places = You hold no mandate in any association at the moment.
overview-late = Late
home-lead = A coordination association lets municipalities, the region, the Social Insurance Agency and the Public Employment Service fund support together. Here you can see what the associations decide.
home-associations = The associations
home-county = County
home-boards = See what has been announced
home-log-in = For those who work in an association
