### register
