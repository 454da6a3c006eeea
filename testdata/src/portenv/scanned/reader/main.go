// Command reader reads a variable word by word.
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"strings"
)

func main() {
	port := "8080"
	in := bufio.NewReader(strings.NewReader(os.Getenv("PORT")))
	fmt.Fscanln(in, &port)
	http.ListenAndServe(":"+port, http.FileServer(http.Dir(".")))
}
