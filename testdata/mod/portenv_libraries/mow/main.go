// Command mow names a variable for its option.
package main

import (
	"net/http"
	"os"

	cli "github.com/jawher/mow.cli"
)

func main() {
	app := cli.App("mow", "serves files")
	listen := app.String(cli.StringOpt{Name: "listen", EnvVar: "LISTEN", Value: ":8080"})
	app.Action = func() { http.ListenAndServe(*listen, http.FileServer(http.Dir("."))) }
	app.Run(os.Args)
}
