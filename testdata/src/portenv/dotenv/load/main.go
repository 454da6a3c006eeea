// Command load has a file that sets variables.
package main

import (
	"net/http"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load()
	http.ListenAndServe(":"+os.Getenv("PORT"), http.FileServer(http.Dir(".")))
}
