// Command mowflag has an option without a variable.
package main

import (
	"net/http"
	"os"

	cli "github.com/jawher/mow.cli"
)

func main() {
	app := cli.App("mow", "serves files")
	var listen string
	app.StringOptPtr(&listen, "listen", ":8080", "where to listen")
	app.Action = func() {
		http.ListenAndServe(listen, http.FileServer(http.Dir("."))) // want "it comes from flag -listen"
	}
	app.Run(os.Args)
}
