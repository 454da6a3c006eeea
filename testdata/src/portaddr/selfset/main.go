// Fields that methods of another package set from themselves: what they are is
// not followed round and round.
package main

import (
	"net/http"

	"portaddr/selfset/lib"
)

func main() {
	switch {
	case defaulted() != nil, swapped() != nil, joined() != nil, set() != nil, with() != nil, nested() != nil:
	}
}

func defaulted() error {
	c := lib.New()
	c.Default()
	return http.ListenAndServe(c.Addr, nil)
}

func swapped() error {
	c := lib.New()
	c.Swap()
	return http.ListenAndServe(":"+c.Port, nil)
}

func joined() error {
	c := lib.New()
	c.Join()
	c.Swap()
	return http.ListenAndServe(c.Inner.Addr, nil)
}

func set() error {
	c := lib.New()
	c.Set(c.Addr)
	c.Set(":" + c.Addr)
	return http.ListenAndServe(c.Addr, nil)
}

func with() error {
	c := lib.New()
	c = c.With(c.Addr).With(":")
	return http.ListenAndServe(c.With(c.Inner.Addr).Addr, nil)
}

func nested() error {
	c := lib.New().Nest().Nest()
	c.Inner.Inner.Set(c.Inner.Addr)
	return http.ListenAndServe(c.Inner.Inner.Inner.Addr, nil)
}
