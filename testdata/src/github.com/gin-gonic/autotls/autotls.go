// Package autotls is a stub of github.com/gin-gonic/autotls: the signatures that tests use.
package autotls

import (
	"context"
	"net/http"
)

func Run(r http.Handler, domain ...string) error { return nil }

func RunWithContext(ctx context.Context, r http.Handler, domain ...string) error { return nil }
