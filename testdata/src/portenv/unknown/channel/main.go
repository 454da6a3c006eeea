// Command channel gets its address from a channel: who sends it is not known.
package main

import "net/http"

func main() {
	addrs := make(chan string, 1)
	addrs <- ":8080"
	http.ListenAndServe(<-addrs, http.FileServer(http.Dir(".")))
}
