// Package main is a small service that fixes its configuration in a package of constants.
package main

import (
	"fmt"

	"github.com/gin-gonic/gin"

	"hardcodedport/realistic2/conf"
)

func main() { direct() }

func direct() {
	r := gin.Default()
	r.Run(fmt.Sprintf("%s:%s", conf.Host, conf.Port)) // want `port "8602"`
	r.Run(conf.Address())                             // want `port "8603"`
}
