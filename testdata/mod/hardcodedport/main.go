// Command app gives functions of two other modules its addresses.
package main

import (
	"log"
	"os"

	"example.com/platform/server"
)

func main() {
	log.Fatal(server.Run(":8080")) // want `port "8080" is hardcoded, so the platform cannot choose another \(passed to net.Listen at .*bind.go:14\)`
}

func fromEnv() {
	server.RunEnv(":8081")
	server.Run(os.Getenv("ADDR"))
	server.Run(server.Env("ADDR", ":8082"))
	server.Run(":0")
}

func named() {
	server.Run(server.DefaultAddr) // want `port "9000".*written at .*server.go:14`
	server.RunPort(8083)           // want `port "8083".*passed to net.Listen at .*bind.go:14`
}

func config() {
	server.New(server.Config{Addr: os.Getenv("ADDR")})
	s := server.New(server.Config{
		Addr: ":8084", // want `port "8084".*passed to net.Listen at .*bind.go:14`
	})
	s.Start()
}

// Start gives the module's method a fixed port, too.
func Start(s *server.Starter) error {
	return s.Listen(":8085") // want `port "8085"`
}
