// Package choice takes an option for the program.
package choice

import (
	"os"
	"strconv"

	"hardcodedport/untaken/server"
)

func Options() []server.Option {
	port, _ := strconv.Atoi(os.Getenv("PORT"))
	return []server.Option{server.WithPort(port)}
}
