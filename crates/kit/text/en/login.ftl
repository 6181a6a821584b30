### The login, on the way to any page.

email = E-mail address
password = Password
login-help = No password? Ask whoever invited you for a new link.
login-demo = The demonstration's logins are in the table that the program printed when it started.
login-kept-title = You have been logged out
login-kept = What you wrote is kept. Log in, and you can send it.
login-not-kept = What you wrote is too long to come along here. Go back in the browser and copy it before you log in.
login-needed = Log in to reach the page.
go-on-title = You are logged in again
go-on-says = What you wrote is still here. Nothing has been sent yet.
go-on = Send what I wrote
go-on-see = See what you wrote
