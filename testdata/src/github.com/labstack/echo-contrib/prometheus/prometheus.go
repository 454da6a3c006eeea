// Package prometheus is a stub of the package of echo-contrib v0.15.
package prometheus

import (
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

type Prometheus struct{ MetricsPath string }

type Metric struct{ Name string }

func NewPrometheus(subsystem string, skipper middleware.Skipper, custom ...[]*Metric) *Prometheus {
	return nil
}

func (p *Prometheus) SetMetricsPath(e *echo.Echo) {}

func (p *Prometheus) Use(e *echo.Echo) {}

func (p *Prometheus) HandlerFunc(next echo.HandlerFunc) echo.HandlerFunc { return next }
