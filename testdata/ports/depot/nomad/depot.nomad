# A group of two tasks, and one that runs a file.
variable "version" {
  default = "1"
}

job "depot" {
  datacenters = ["dc1"]
  count       = var.count

  group "web" {
    network {
      mode = "bridge"
      port "http" {
        to = 8080
      }
      port "meter" {
        static = 9100
      }
    }

    service {
      name = "depot"
      port = "http"

      check {
        type     = "http"
        path     = "/healthz"
        interval = "10s"
      }
    }

    task "depot" {
      driver = "docker"
      config {
        image = "goods:${var.version}"
        args  = ["serve"]
        ports = ["http"]
      }
      env {
        PORT = "${NOMAD_PORT_http}"
      }
      kill_timeout = "10s"
    }

    task "meter" {
      driver = "docker"
      config {
        image   = "registry.example.com/depot/meter:1"
        command = "-listen=:${NOMAD_PORT_meter}"
        ports   = ["meter"]
      }
      service {
        port = "meter"
        check {
          type = "http"
          path = "/ready"
        }
      }
    }
  }

  group "files" {
    network {
      port "any" {}
    }
    task "gauge" {
      driver = "exec"
      config {
        command = "local/gauge"
        args    = ["-listen", ":${NOMAD_PORT_any}"]
      }
    }
  }
}
