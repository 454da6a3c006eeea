// Command gooptions resolves its options from flags and a file.
package main

import (
	"flag"
	"net/http"
	"os"

	options "github.com/mreiferson/go-options"
)

type settings struct {
	Address string `flag:"http-address" cfg:"http_address"`
}

func main() {
	flags := flag.NewFlagSet("gooptions", flag.ExitOnError)
	flags.String("http-address", ":8080", "where to listen")
	flags.Parse(os.Args[1:])
	s := &settings{Address: ":8080"}
	options.Resolve(s, flags, nil)
	http.ListenAndServe(s.Address, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
