// Package main has other uses for the names of the fix, and for those of the packages.
package main

import (
	stdlog "log"
	web "net/http"
)

type context struct{ errors, signal int }

var os, ctx = context{}, 1

func main() {
	stop, srv, failed, cancel, drain := 1, 2, 3, 4, 5
	time := stop + srv + failed + cancel + drain + os.errors + ctx
	stdlog.Print(time)
	if failure := web.ListenAndServe(":8080", nil); failure != nil { // want "gives no handle"
		stdlog.Fatal(failure)
	}
}
