// Package main opens ports on conditions that have nothing to do with each
// other, so that both may hold.
package main

import (
	"flag"
	"net/http"
)

var (
	metrics = flag.Bool("metrics", false, "")
	admin   = flag.Bool("admin", false, "")
)

type options struct {
	Mgmt    struct{ Enabled bool }
	Plugins struct{ Active bool }
}

func one() {
	if *metrics {
		go http.ListenAndServe(":8080", nil)
	}
	http.ListenAndServe(":8080", nil) // want `port "8080" is that of http.ListenAndServe at guards.go:22`
}

func both() {
	if *metrics {
		go http.ListenAndServe(":8081", nil)
	}
	if *admin {
		go http.ListenAndServe("127.0.0.1:8081", nil) // want `port "8081" is that of`
	}
	select {}
}

func fields(o options) {
	if o.Mgmt.Enabled {
		go http.ListenAndServe(":8082", nil)
	}
	if o.Plugins.Active {
		go http.ListenAndServe(":8082", nil) // want `port "8082" is that of`
	}
	select {}
}

func sameBranch() {
	if *metrics {
		go http.ListenAndServe(":8083", nil)
		go http.ListenAndServe(":8083", nil) // want `port "8083" is that of`
	}
	select {}
}

type ports struct{ app, metrics string }

// own has metrics on a port of its own, or on none.
func own(p ports) {
	if p.app == p.metrics {
		http.Handle("/metrics", nil)
	} else {
		go http.ListenAndServe(":"+p.metrics, nil)
	}
	http.ListenAndServe(":"+p.app, nil)
}

func ownUnless(p ports) {
	if p.app != p.metrics && *metrics {
		go http.ListenAndServe(":"+p.metrics, nil)
	}
	http.ListenAndServe(":"+p.app, nil)
}

// careless looks at one of the two only.
func careless() {
	app, own := flag.String("app3", "8090", ""), flag.String("own3", "8090", "")
	if *own != "" {
		go http.ListenAndServe(":"+*own, nil)
	}
	http.ListenAndServe(":"+*app, nil) // want `port "8090" is that of`
}

func version(show bool) {
	if show {
		return
	}
	go http.ListenAndServe(":8084", nil)
	http.ListenAndServe(":8084", nil) // want `port "8084" is that of`
}

func main() {
	go one()
	go both()
	var o options
	flag.BoolVar(&o.Mgmt.Enabled, "mgmt", false, "")
	flag.BoolVar(&o.Plugins.Active, "plugins", false, "")
	flag.Parse()
	go fields(o)
	go sameBranch()
	p := ports{"8088", "8088"}
	flag.StringVar(&p.app, "app", p.app, "")
	flag.StringVar(&p.metrics, "own", p.metrics, "")
	go own(p)
	q := ports{"8089", "8089"}
	flag.StringVar(&q.app, "app2", q.app, "")
	flag.StringVar(&q.metrics, "own2", q.metrics, "")
	go ownUnless(q)
	careless()
	version(false)
}
