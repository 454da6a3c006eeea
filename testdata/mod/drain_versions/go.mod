module example.com/versions

go 1.24

require github.com/labstack/echo/v4 v4.2.0

replace github.com/labstack/echo/v4 => ./echo
