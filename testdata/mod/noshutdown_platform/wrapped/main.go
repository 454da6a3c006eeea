// Command wrapped calls the wrapper of its module.
package main

import (
	"net/http"

	"example.com/shop/wrapper"
)

func main() { wrapper.Run(":8080", http.FileServer(http.Dir("."))) }
