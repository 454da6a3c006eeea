// Package prometheus is a stub of the package of echo-contrib v0.15.
package prometheus

import "github.com/labstack/echo/v4"

type Prometheus struct{ MetricsPath string }

func NewPrometheus(subsystem string, skipper func(c echo.Context) bool) *Prometheus { return nil }

func (p *Prometheus) SetMetricsPath(e *echo.Echo) {}

func (p *Prometheus) Use(e *echo.Echo) {}

func (p *Prometheus) HandlerFunc(next echo.HandlerFunc) echo.HandlerFunc { return next }
